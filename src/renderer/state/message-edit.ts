import type { Failure } from '../../contract/failure'

/** What a person is changing a message of theirs to. Closed, it is what they typed before they thought better of it. */
export type MessageEdit = {
  readonly open: boolean
  readonly text: string
  /** The files that came with the message and are not to come with this, by id. */
  readonly leftOut?: readonly string[]
  /** The id of the message that it becomes once it was sent, so that sending it again stores it once. */
  readonly newId?: string
  readonly sending: boolean
  readonly failure?: Failure
}
