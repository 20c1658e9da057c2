import {
  BadgeCheck,
  Bell,
  Cpu,
  Database,
  Info,
  Keyboard,
  Palette,
  Power,
  SlidersHorizontal,
  Stethoscope,
  UserRound,
  Zap,
  type LucideIcon,
} from 'lucide-react'
import type { SettingsSection } from '../../../../contract/plain/settings-sections'
import { About } from './about'
import { Appearance } from './appearance'
import { Data } from './data'
import { DoctorSection } from './doctor'
import { KeyboardSection } from './keyboard'
import { Model } from './model'
import { Notifications } from './notifications'
import { Permissions } from './permissions'
import { QuickAsk } from './quick-ask'
import type { SectionBody } from './section'
import { SetUp } from './set-up'
import { StartUp } from './start-up'
import { You } from './you'

/** What each section shows, with the picture beside its name. */
export const sections: Readonly<Record<SettingsSection, { readonly icon: LucideIcon; readonly Body: SectionBody }>> = {
  you: { icon: UserRound, Body: You },
  appearance: { icon: Palette, Body: Appearance },
  'start-up': { icon: Power, Body: StartUp },
  notifications: { icon: Bell, Body: Notifications },
  model: { icon: Cpu, Body: Model },
  'set-up': { icon: SlidersHorizontal, Body: SetUp },
  'quick-ask': { icon: Zap, Body: QuickAsk },
  keyboard: { icon: Keyboard, Body: KeyboardSection },
  permissions: { icon: BadgeCheck, Body: Permissions },
  data: { icon: Database, Body: Data },
  doctor: { icon: Stethoscope, Body: DoctorSection },
  about: { icon: Info, Body: About },
}
