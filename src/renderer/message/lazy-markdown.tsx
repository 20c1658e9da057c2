import { Suspense, type ReactNode } from 'react'
import { lazyComponent } from '../ui/lazy-component'

const loadMarkdown = async () => (await import('./markdown')).Markdown

const Markdown = lazyComponent(loadMarkdown)

/** Fetches the Markdown code before it is needed. */
export const warmMarkdown = (): void => void loadMarkdown()

/** Markdown, and the plain text of it for the moment until its code is there. */
export const LazyMarkdown = ({
  text,
  streaming,
}: {
  readonly text: string
  readonly streaming: boolean
}): ReactNode => (
  <Suspense fallback={<div className="prose whitespace-pre-wrap">{text}</div>}>
    <Markdown text={text} streaming={streaming} />
  </Suspense>
)
