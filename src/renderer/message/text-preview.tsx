import type { ReactNode } from 'react'
import { t } from '../../language/words'
import { hasTags, htmlAsMarkdown } from './html-as-markdown'
import { LazyMarkdown } from './lazy-markdown'

type TextPreviewProps = { readonly name: string; readonly text: string }

const markdownOf = ({ name, text }: TextPreviewProps): string | undefined => {
  if (name === 'markdown') return text
  return hasTags(text) ? htmlAsMarkdown(text) : undefined
}

/** A text as it will appear, where that is not how it is written: HTML and Markdown. */
export const TextPreview = (props: TextPreviewProps): ReactNode => {
  const markdown = markdownOf(props)
  if (markdown === undefined || markdown.trim() === '') return null
  return (
    <section aria-label={t('call.appears')} className="grid gap-1.5">
      <p className="text-xs font-medium text-faint">{t('call.appears')}</p>
      <div
        className="max-h-72 overflow-y-auto rounded-lg border border-line bg-surface px-3 py-2 select-text"
        tabIndex={0}
      >
        <LazyMarkdown text={markdown} streaming={false} />
      </div>
    </section>
  )
}
