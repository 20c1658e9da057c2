import type { Account } from '../../contract/conversation'

const asCompared = (words: string | undefined): string | undefined => {
  const plain = words?.normalize('NFKC').trim().toLowerCase()
  return plain === '' ? undefined : plain
}

type Comparison = 'same' | 'other' | 'unsaid'

const compare = (before: string | undefined, now: string | undefined): Comparison => {
  const [one, other] = [asCompared(before), asCompared(now)]
  if (one === undefined || other === undefined) return 'unsaid'
  return one === other ? 'same' : 'other'
}

/**
 * Whether a provider names the same account twice, by what it says about who is asking. An address or a workspace
 * that differs is somebody else; a name alone counts only where no address is said, and never proves that it is
 * the same. The object is not about whose account it is. Where the workspace depends on the call, leave it out.
 */
export const sameAccount = (before: Account, now: Account): boolean | 'cannot-tell' => {
  const email = compare(before.email, now.email)
  const workspace = compare(before.workspace, now.workspace)
  if (email === 'other' || workspace === 'other') return false
  if (email === 'same') return true
  const label = compare(before.label, now.label)
  if (label === 'other') return false
  return label === 'same' && workspace === 'same' ? true : 'cannot-tell'
}
