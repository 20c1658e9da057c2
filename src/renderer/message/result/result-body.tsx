import type { ReactNode } from 'react'
import type { ToolCall } from '../../../contract/conversation'
import { t } from '../../../language/words'
import type { ResultChoice, ResultKind } from '../../state/result-choice'
import { BarChart } from './bar-chart'
import type { Classified } from './classify'
import { ContactCards } from './contact-cards'
import { ConversationView } from './conversation-view'
import { GroupedChart } from './grouped-chart'
import { ListTable } from './list-table'
import { RecordView } from './record-view'
import type { List } from './use-list'
import { WordForWord } from './word-for-word'

type ResultBodyProps = {
  readonly call: ToolCall
  readonly result: NonNullable<ToolCall['result']>
  readonly classified: Classified
  readonly kind: ResultKind
  readonly choice: ResultChoice
  readonly onChoose: (change: ResultChoice) => void
}

const listOf = ({ call, result, classified: { rows } }: ResultBodyProps): List => ({
  callId: call.id,
  here: rows,
  total: result.rows ?? rows.length,
  kept: result.kept ?? rows.length,
})

const Chart = (props: ResultBodyProps): ReactNode => {
  const { counts } = props.classified
  return counts === undefined ? (
    <GroupedChart list={listOf(props)} choice={props.choice} onChoose={props.onChoose} />
  ) : (
    <BarChart counts={counts} what={t('results.group')} caption={t('results.groups')} />
  )
}

/** A result in one of the ways in which it can be shown. */
export const ResultBody = (props: ResultBodyProps): ReactNode => {
  const { result, classified, kind, choice, onChoose } = props
  const label = t('call.returned')
  switch (kind) {
    case 'conversation':
      return classified.conversation === undefined ? null : (
        <ConversationView label={label} conversation={classified.conversation} list={listOf(props)} />
      )
    case 'cards':
      return <ContactCards label={label} list={listOf(props)} />
    case 'chart':
      return <Chart {...props} />
    case 'table':
      return <ListTable label={label} list={listOf(props)} choice={choice} onChoose={onChoose} />
    case 'record':
      return classified.record === undefined ? null : <RecordView record={classified.record} />
    case 'json':
      return <WordForWord result={result} />
  }
}
