import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Failure } from '../../contract/failure'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import { t } from '../../language/words'
import { actOn, type FailurePlace } from '../app/failure-action'
import { useActions, useAppState } from '../app/use-app'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { Spinner } from '../ui/spinner'
import { failureButton, failureSentence, namesInDetail } from './failure-words'

type FailureNoticeProps = {
  readonly failure: Failure
  readonly place?: FailurePlace
  readonly tone?: 'info' | 'problem'
  /** Read out as soon as it appears. */
  readonly announce?: boolean
  /** Only the sentence, where what helps is on screen already. */
  readonly bare?: boolean
}

/** The sentence of a failure, with the other side's own words as plain text. */
export const FailureText = ({ failure }: { readonly failure: Failure }): ReactNode => (
  <>
    <p>{withHiddenNamed(failureSentence(failure))}</p>
    {failure.detail !== undefined && failure.detail !== '' && !namesInDetail.has(failure.code) && (
      <p className="mt-1 text-muted wrap-anywhere">
        {t('failures.theySay')} <q>{withHiddenNamed(failure.detail)}</q>
      </p>
    )}
  </>
)

const connectionOf = (failure: Failure): string | undefined =>
  failure.action.kind === 'connect' || failure.action.kind === 'reconnect' ? failure.action.connection : undefined

const FailureButton = ({ failure, place }: { readonly failure: Failure; readonly place: FailurePlace }): ReactNode => {
  const actions = useActions()
  const connection = useAppState((state) =>
    state.connections.connections.find((candidate) => candidate.name === connectionOf(failure)),
  )
  const label = failureButton(failure, connection?.providerName)
  // Where something can be dismissed it has a button for that already; elsewhere this one would do nothing.
  if (label === null || failure.action.kind === 'dismiss') return null
  return (
    <>
      {connection?.connecting === true && (
        <span className="inline-flex items-center gap-2 self-center text-sm text-muted">
          <Spinner />
          {t('connections.connecting')}
        </span>
      )}
      <Button
        size="small"
        onPress={() => {
          actOn(failure, actions, place)
        }}
      >
        {label}
      </Button>
    </>
  )
}

/** A failure with the one button that helps. */
export const FailureNotice = ({
  failure,
  place = {},
  tone = 'problem',
  announce = false,
  bare = false,
}: FailureNoticeProps): ReactNode => (
  <Banner
    tone={tone}
    announce={announce}
    actions={
      <>
        {!bare && <FailureButton failure={failure} place={place} />}
        {place.dismiss !== undefined && (
          <IconButton label={t('shell.dismiss')} onPress={place.dismiss} className="size-7">
            <X />
          </IconButton>
        )}
      </>
    }
  >
    <FailureText failure={failure} />
  </Banner>
)
