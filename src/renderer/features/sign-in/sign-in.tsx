import { useEffect, useState, type ReactNode } from 'react'
import type { SessionState } from '../../../contract/app-state'
import { useActions, useLoadedApp } from '../../app/use-app'
import { sandboxText } from '../../app/sandbox'
import { FailureNotice } from '../../failure/failure-notice'
import { t } from '../../../language/words'
import { Button } from '../../ui/button'
import { Mark } from '../../ui/mark'
import { SandboxLabel } from '../../ui/sandbox-label'
import { Spinner } from '../../ui/spinner'

const copiedMs = 2000

const CopyLink = ({ url }: { readonly url: string }): ReactNode => {
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
    <Button
      tone="quiet"
      onPress={() => {
        void navigator.clipboard.writeText(url).then(() => {
          setCopied(true)
        })
      }}
    >
      <span aria-live="polite">{copied ? t('signIn.copied') : t('signIn.copy')}</span>
    </Button>
  )
}

const Waiting = ({ url }: { readonly url: string | undefined }): ReactNode => {
  const actions = useActions()
  return (
    <div className="grid justify-items-center gap-4">
      <p role="status" className="flex items-center gap-2.5 font-medium">
        <Spinner />
        {t('signIn.waiting')}
      </p>
      <p className="text-sm text-muted">{t('signIn.waitingHow')}</p>
      <div className="flex flex-wrap justify-center gap-2">
        <Button onPress={() => void actions.signIn()}>{t('signIn.again')}</Button>
        {url !== undefined && <CopyLink url={url} />}
        <Button tone="quiet" onPress={actions.cancelSignIn}>
          {t('signIn.cancel')}
        </Button>
      </div>
    </div>
  )
}

const Invitation = (): ReactNode => {
  const actions = useActions()
  const [opening, setOpening] = useState(false)
  return (
    <div className="grid justify-items-center gap-4">
      <Button
        tone="primary"
        size="large"
        disabled={opening}
        onPress={() => {
          setOpening(true)
          void actions.signIn().finally(() => {
            setOpening(false)
          })
        }}
      >
        {t('signIn.button')}
      </Button>
      <p className="max-w-72 text-sm text-balance text-faint">{t('signIn.how')}</p>
    </div>
  )
}

const Body = ({ session }: { readonly session: SessionState }): ReactNode =>
  session.kind === 'signing-in' ? <Waiting url={session.url} /> : <Invitation />

/** The first screen: what this app is for, and the way in. */
export const SignIn = (): ReactNode => {
  const app = useLoadedApp()
  const { session } = app
  const sandbox = sandboxText(app)
  return (
    <div className="grid justify-items-center gap-8 text-center">
      <div className="grid justify-items-center gap-5">
        <Mark className="size-14" />
        <h1 className="text-2xl font-semibold tracking-tight">{t('common.app')}</h1>
        <p className="max-w-96 text-lg leading-relaxed text-balance text-muted">{t('signIn.promise')}</p>
      </div>
      {session.kind === 'signed-out' && session.failure !== undefined && (
        <div className="w-full max-w-96 text-start">
          <FailureNotice failure={session.failure} announce bare={session.failure.action.kind !== 'show-file'} />
        </div>
      )}
      <Body session={session} />
      {sandbox !== null && <SandboxLabel>{sandbox}</SandboxLabel>}
    </div>
  )
}
