import type { ReactNode } from 'react'
import { start } from './app/start'
import { bridge } from './bridge'
import { QuickAsk, warmAnswer } from './features/quick-ask/quick-ask'
import { warmMarkdown } from './message/lazy-markdown'
import { LinkQuestion } from './shell/link-question'
import './styles/app.css'

const QuickAskWindow = (): ReactNode => (
  <>
    <QuickAsk />
    <LinkQuestion />
  </>
)

void start(bridge, QuickAskWindow)
requestIdleCallback(() => {
  warmAnswer()
  warmMarkdown()
})
