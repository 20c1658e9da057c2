import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Failure } from '../../../contract/failure'
import { t } from '../../../language/words'
import { useActions } from '../../app/use-app'
import { FailureNotice } from '../../failure/failure-notice'
import { Button } from '../../ui/button'
import { Field, inputClass } from '../../ui/field'

const Facts = ({ title, facts }: { readonly title: string; readonly facts: readonly string[] }): ReactNode => (
  <div>
    <p className="font-medium">{title}</p>
    <ul className="mt-1 list-disc ps-5 text-muted">
      {facts.map((fact) => (
        <li key={fact}>{fact}</li>
      ))}
    </ul>
  </div>
)

const WhatGoes = (): ReactNode => (
  <div className="grid gap-3 text-sm text-pretty select-text">
    <Facts
      title={t('data.erase.goes')}
      facts={[t('data.erase.goesTalk'), t('data.erase.goesWork'), t('data.erase.goesActivity')]}
    />
    <Facts
      title={t('data.erase.stays')}
      facts={[
        t('data.erase.staysAccounts'),
        t('data.erase.staysDone'),
        t('data.erase.staysApp'),
        t('data.erase.staysFiles'),
      ]}
    />
  </div>
)

type ConfirmProps = { readonly onKeep: () => void }

const Confirm = ({ onKeep }: ConfirmProps): ReactNode => {
  const actions = useActions()
  const [typed, setTyped] = useState('')
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const input = useRef<HTMLInputElement>(null)
  const word = t('data.erase.word')
  useEffect(() => {
    input.current?.focus()
  }, [])
  const erase = (): void => {
    setBusy(true)
    void actions.eraseData().then((reply) => {
      setBusy(false)
      if (!reply.ok) setFailure(reply.failure)
    })
  }
  return (
    <form
      aria-label={t('data.erase.title')}
      className="grid gap-4 rounded-xl border border-danger bg-surface p-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() === word) erase()
      }}
    >
      <WhatGoes />
      <Field id="erase-word" label={t('data.erase.type', { word })}>
        <input
          id="erase-word"
          ref={input}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
          }}
          className={inputClass}
        />
      </Field>
      {failure !== undefined && <FailureNotice failure={failure} announce place={{ retry: erase }} />}
      <div className="flex flex-wrap gap-2">
        <Button disabled={busy} onPress={onKeep}>
          {t('data.erase.keep')}
        </Button>
        <Button type="submit" tone="danger" disabled={busy || typed.trim() !== word}>
          {t('data.erase.confirm')}
        </Button>
      </div>
    </form>
  )
}

/** Deletes all data of the person: first it says what goes and what stays, then it takes a typed word. */
export const EraseData = ({ person }: { readonly person: string }): ReactNode => {
  const [asking, setAsking] = useState(false)
  return (
    <div className="grid gap-2 border-t border-line pt-4">
      <h3 className="font-medium">{t('data.erase.title')}</h3>
      <p className="text-sm text-pretty text-muted">{t('data.erase.lead', { person })}</p>
      {asking ? (
        <Confirm
          onKeep={() => {
            setAsking(false)
          }}
        />
      ) : (
        <div>
          <Button
            onPress={() => {
              setAsking(true)
            }}
          >
            {t('data.erase.button')}
          </Button>
        </div>
      )}
    </div>
  )
}
