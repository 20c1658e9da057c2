import type { AppState } from '../../contract/app-state'
import { sandboxModel } from '../state/app'
import { en } from '../strings/en'

/** What the sandbox label says, or null when this isn't the sandbox. It promises nothing that a real model breaks. */
export const sandboxText = (app: AppState): string | null => {
  const model = sandboxModel(app)
  return model === null ? null : en.sandbox(/script/i.test(model), model)
}
