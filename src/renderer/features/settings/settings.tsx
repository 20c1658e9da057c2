import { useEffect, useId, useRef, type ReactNode } from 'react'
import type { SettingsSection } from '../../../contract/plain/settings-sections'
import { t } from '../../../language/words'
import { useAppState } from '../../app/use-app'
import { FailureNotice, FailureText } from '../../failure/failure-notice'
import { Banner } from '../../ui/banner'
import { Spinner } from '../../ui/spinner'
import { SectionList } from './section-list'
import { sections } from './sections/sections'
import { useSettings, type SettingsView } from './use-settings'

const Failed = ({ view }: { readonly view: SettingsView }): ReactNode => {
  if (view.failure === undefined) return null
  if (view.settings === null) return <FailureNotice failure={view.failure} announce place={{ retry: view.read }} />
  return (
    <Banner tone="problem" announce>
      <FailureText failure={view.failure} />
    </Banner>
  )
}

const Section = ({ name, view }: { readonly name: SettingsSection; readonly view: SettingsView }): ReactNode => {
  const id = useId()
  const { Body } = sections[name]
  return (
    <section aria-labelledby={id} className="grid content-start gap-4">
      <h2 id={id} className="text-lg font-semibold tracking-tight">
        {t(`settings.sections.${name}`)}
      </h2>
      <Failed view={view} />
      {view.settings !== null && <Body settings={view.settings} view={view} />}
      {view.settings === null && view.failure === undefined && (
        <p role="status" className="flex items-center gap-2 text-sm text-muted">
          <Spinner />
          {t('preferences.loading')}
        </p>
      )}
    </section>
  )
}

/** Everything that can be set, a section at a time. */
export const Settings = (): ReactNode => {
  const current = useAppState((state) => state.place.section) ?? 'you'
  const view = useSettings()
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    page.current?.scrollTo({ top: 0 })
  }, [current])
  return (
    <div ref={page} className="@container min-h-0 flex-1 overflow-y-auto [scrollbar-gutter:stable_both-edges]">
      <div className="mx-auto grid max-w-240 gap-x-10 gap-y-5 px-6 pt-8 pb-10 max-[46rem]:px-4 max-[46rem]:pt-5 @2xl:grid-cols-[11.5rem_minmax(0,1fr)]">
        <div className="grid content-start gap-4 @2xl:sticky @2xl:top-8 @2xl:max-h-[calc(100dvh-4rem)] @2xl:self-start @2xl:overflow-y-auto">
          <h1 className="text-xl font-semibold tracking-tight @2xl:px-2.5">{t('settings.title')}</h1>
          <SectionList current={current} />
        </div>
        <Section key={current} name={current} view={view} />
      </div>
    </div>
  )
}
