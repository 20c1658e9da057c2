import { useEffect, useState } from 'react'
import type { Failure } from '../../../contract/failure'
import type { LocalModels, ModelCandidate, ModelTest } from '../../../contract/model-set-up'
import type { Settings } from '../../../contract/settings'
import { useActions } from '../../app/use-app'
import { addressProblem } from './model-address'
import type { SettingsView } from './use-settings'

/** The fields of the model's set-up. */
export const modelFields = { baseUrl: 'OPENAI_BASE_URL', apiKey: 'OPENAI_API_KEY', model: 'OPENAI_MODEL' } as const

/** What came of the last test, with the time that it took in milliseconds. */
export type Tested = { readonly ms: number; readonly found?: ModelTest; readonly failure?: Failure }

type Work = 'nothing' | 'saving' | 'testing'

/** What the model's section holds while it is open. */
export type ModelView = {
  readonly typed: ModelCandidate
  readonly valueOf: (field: keyof typeof modelFields) => string
  readonly names: readonly string[]
  readonly local: LocalModels
  readonly work: Work
  readonly tested: Tested | undefined
  readonly inUse: boolean
  readonly type: (change: ModelCandidate) => void
  readonly test: () => void
  readonly save: (values: ModelCandidate) => void
}

const useLocalModels = (): LocalModels => {
  const actions = useActions()
  const [local, setLocal] = useState<LocalModels>([])
  useEffect(() => {
    void actions.findLocalModels().then((reply) => {
      if (reply.ok) setLocal(reply.value)
    })
  }, [actions])
  return local
}

// Typing an address or a key is over when nothing was typed for this long.
const restMs = 600

const useNames = ({ baseUrl, apiKey }: ModelCandidate, saves: number): readonly string[] => {
  const actions = useActions()
  const [names, setNames] = useState<readonly string[]>([])
  useEffect(() => {
    let current = true
    const candidate = {
      ...(baseUrl === undefined ? {} : { baseUrl }),
      ...(apiKey === undefined ? {} : { apiKey }),
    }
    const timer = setTimeout(
      () => {
        if (addressProblem(baseUrl ?? '') !== undefined) return
        void actions.listModels(candidate).then((reply) => {
          if (current) setNames(reply.ok ? reply.value.models : [])
        })
      },
      baseUrl === undefined && apiKey === undefined ? 0 : restMs,
    )
    return () => {
      current = false
      clearTimeout(timer)
    }
  }, [actions, baseUrl, apiKey, saves])
  return names
}

/** Keeps what is typed into the model's section, what its endpoint lists, and what came of a test. */
export const useModel = (settings: Settings, view: SettingsView): ModelView => {
  const actions = useActions()
  const [typed, setTyped] = useState<ModelCandidate>({})
  const [work, setWork] = useState<Work>('nothing')
  const [tested, setTested] = useState<Tested>()
  const [saves, setSaves] = useState(0)
  const names = useNames(typed, saves)
  const local = useLocalModels()
  return {
    typed,
    names,
    local,
    work,
    tested,
    inUse: saves > 0 && Object.keys(typed).length === 0,
    valueOf: (field) =>
      typed[field] ?? settings.configuration.find(({ variable }) => variable === modelFields[field])?.value ?? '',
    type: (change) => {
      setTested(undefined)
      setTyped((known) => ({ ...known, ...change }))
    },
    test: () => {
      setWork('testing')
      setTested(undefined)
      const start = performance.now()
      void actions.testModel(typed).then((reply) => {
        const ms = performance.now() - start
        setWork('nothing')
        setTested(reply.ok ? { ms, found: reply.value } : { ms, failure: reply.failure })
      })
    },
    save: (values) => {
      setWork('saving')
      const entries = Object.entries(modelFields).flatMap(([field, variable]) => {
        const value = Object.entries(values).find(([name]) => name === field)?.[1]
        return value === undefined ? [] : [[variable, value.trim()] as const]
      })
      void view.saveConfiguration(Object.fromEntries(entries)).then((saved) => {
        setWork('nothing')
        if (!saved) return
        setTyped({})
        setSaves((count) => count + 1)
      })
    },
  }
}
