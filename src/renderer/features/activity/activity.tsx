import { useState, type ReactNode } from 'react'
import type { ActivityEntry, ActivityFilter } from '../../../contract/activity'
import { t } from '../../../language/words'
import { FailureNotice } from '../../failure/failure-notice'
import { Button } from '../../ui/button'
import { Page, panelClass } from '../../ui/page'
import { Spinner } from '../../ui/spinner'
import { Entry } from './entry'
import { Filters } from './filters'
import { LogTools } from './log-tools'
import { useActivity, type ActivityList } from './use-activity'

const Entries = ({ entries }: { readonly entries: readonly ActivityEntry[] }): ReactNode => (
  <ul role="list" aria-label={t('activity.title')} className={panelClass}>
    {entries.map((entry) => (
      <Entry key={entry.call.id} entry={entry} />
    ))}
  </ul>
)

const Loading = (): ReactNode => (
  <p role="status" className="flex items-center gap-2 text-sm text-muted">
    <Spinner />
    {t('activity.loading')}
  </p>
)

const Empty = ({ list }: { readonly list: ActivityList }): ReactNode =>
  list.loading || list.failure !== undefined || list.entries.length > 0 ? null : (
    // The log knows connections as soon as it knows anything.
    <p className="text-sm text-muted">{list.connections.length > 0 ? t('activity.noMatch') : t('activity.empty')}</p>
  )

const everything: ActivityFilter = {}

/** What was done in the person's accounts, who decided about it, and whether the log still says all of it. */
export const Activity = (): ReactNode => {
  const [filter, setFilter] = useState(everything)
  const { list, more } = useActivity(filter)
  const { entries, before, loading, failure } = list
  return (
    <Page title={t('activity.title')} lead={t('activity.lead')}>
      <LogTools filter={filter} />
      <Filters filter={filter} connections={list.connections} onChange={setFilter} />
      {failure !== undefined && <FailureNotice failure={failure} announce place={{ retry: more }} />}
      {entries.length > 0 && <Entries entries={entries} />}
      {loading && <Loading />}
      <Empty list={list} />
      {!loading && before !== undefined && (
        <div>
          <Button onPress={more}>{t('activity.more')}</Button>
        </div>
      )}
    </Page>
  )
}
