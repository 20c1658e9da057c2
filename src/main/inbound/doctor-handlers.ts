import { channels } from '../../contract/channels'
import { ok } from '../../contract/result'
import type { Doctor } from '../doctor/doctor'
import type { HandlersOf } from './handlers'

/** Looking whether everything is in order, as the Settings screen asks for it. */
export const doctorHandlers = (doctor: Doctor): HandlersOf<'examine'> => ({
  [channels.examine]: async () => ok(await doctor.examine()),
})
