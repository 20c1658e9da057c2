import { Check, Copy } from 'lucide-react'
import { Suspense, useEffect, useState, type ReactNode } from 'react'
import { withHiddenNamed } from '../../contract/plain/hidden-characters'
import { t } from '../../language/words'
import { lazyComponent } from '../ui/lazy-component'

const HighlightedCode = lazyComponent(async () => (await import('./highlighted-code')).HighlightedCode)

const longestLabel = 24
const saidForMs = 2000

const CopyButton = ({ text }: { readonly text: string }): ReactNode => {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => {
      setCopied(false)
    }, saidForMs)
    return () => {
      clearTimeout(timer)
    }
  }, [copied])
  return (
    <>
      <button
        type="button"
        className="code-copy"
        onClick={() => {
          void navigator.clipboard.writeText(text).then(() => {
            setCopied(true)
          })
        }}
      >
        {copied ? <Check aria-hidden="true" /> : <Copy aria-hidden="true" />}
        {t('common.copy')}
      </button>
      <span role="status" className="sr-only">
        {copied && t('common.copied')}
      </span>
    </>
  )
}

type CodeBlockProps = { readonly text: string; readonly info: string | undefined }

/** Code with its language and a button that copies it. What is copied is what is shown, hidden characters by their names. */
export const CodeBlock = ({ text, info = '' }: CodeBlockProps): ReactNode => {
  const shown = withHiddenNamed(text)
  const language = withHiddenNamed(/^[^\s{,:]*/.exec(info)?.[0] ?? '').slice(0, longestLabel)
  return (
    <div className="code" dir="ltr">
      <div className="code-head">
        <span>{language}</span>
        <CopyButton text={shown} />
      </div>
      <pre tabIndex={0}>
        <code>
          {language === '' ? (
            shown
          ) : (
            <Suspense fallback={shown}>
              <HighlightedCode language={language.toLowerCase()} text={shown} />
            </Suspense>
          )}
        </code>
      </pre>
    </div>
  )
}
