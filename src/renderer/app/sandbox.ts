import type { AppState } from '../../contract/app-state'
import { t } from '../../language/words'
import { sandboxModel } from '../state/app'

/** What the sandbox label says, or null when this isn't the sandbox. It promises nothing that a real model breaks. */
export const sandboxText = (app: AppState): string | null => {
  const model = sandboxModel(app)
  if (model === null) return null
  return /script/i.test(model) ? t('shell.sandboxScripted') : t('shell.sandboxModel', { model })
}
