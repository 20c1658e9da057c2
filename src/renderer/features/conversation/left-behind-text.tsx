import type { ReactNode } from 'react'
import { t } from '../../../language/words'
import type { LeftBehind } from '../../state/edits'

/** Says what going another way leaves behind: nothing that was done is taken back by it. */
export const LeftBehindText = ({ done, waiting }: LeftBehind): ReactNode => (
  <>
    {done > 0 && <p>{t('messages.staysDone', { count: done })}</p>}
    {waiting > 0 && <p>{t('messages.withdraws', { count: waiting })}</p>}
  </>
)
