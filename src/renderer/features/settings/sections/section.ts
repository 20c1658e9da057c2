import type { ReactNode } from 'react'
import type { Settings } from '../../../../contract/settings'
import type { SettingsView } from '../use-settings'

/** What a section is given once the settings are read. */
export type SectionProps = { readonly settings: Settings; readonly view: SettingsView }

/** The content of a section. */
export type SectionBody = (props: SectionProps) => ReactNode
