import { useEffect, useState, type ReactNode } from 'react'
import { t } from '../../../../language/words'
import { Button } from '../../../ui/button'

const copiedMs = 2000
const quickAskLink = 'onbehalf://quick-ask'

const Copied = ({ text, label }: { readonly text: string; readonly label: string }): ReactNode => {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => {
      setCopied(false)
    }, copiedMs)
    return () => {
      clearTimeout(timer)
    }
  }, [copied])
  return (
    <div className="flex flex-wrap items-start gap-2">
      <code
        dir="ltr"
        className="min-w-48 flex-1 rounded-md border border-line bg-sunken px-2 py-1 font-mono text-xs wrap-anywhere select-all"
      >
        {text}
      </code>
      <Button
        size="small"
        label={label}
        onPress={() => {
          void navigator.clipboard.writeText(text).then(() => {
            setCopied(true)
          })
        }}
      >
        <span aria-live="polite">{copied ? t('common.copied') : t('common.copy')}</span>
      </Button>
    </div>
  )
}

/** What opens quick ask where no app can have a shortcut. */
export const OtherWays = ({ command }: { readonly command: string }): ReactNode => (
  <div className="grid gap-3 rounded-lg border border-line bg-surface px-4 py-3 text-sm">
    <div className="grid gap-0.5">
      <h3 className="font-medium">{t('quickAsk.wayland.title')}</h3>
      <p className="text-pretty text-muted">{t('quickAsk.wayland.lead')}</p>
    </div>
    <ol className="grid list-decimal gap-2.5 ps-5 marker:text-faint">
      <li>
        <div className="grid gap-1.5">
          {t('quickAsk.wayland.bind')}
          <Copied text={command} label={t('quickAsk.wayland.copyCommand')} />
        </div>
      </li>
      <li>{t('quickAsk.wayland.tray')}</li>
      <li>
        <div className="grid gap-1.5">
          {t('quickAsk.wayland.link')}
          <Copied text={quickAskLink} label={t('quickAsk.wayland.copyLink')} />
        </div>
      </li>
    </ol>
  </div>
)
