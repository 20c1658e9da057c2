import { BookmarkPlus, Copy, Pencil, Trash2 } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { promptBounds } from '../../../contract/plain/prompt-bounds'
import type { SavedPrompt } from '../../../contract/prompts'
import { t } from '../../../language/words'
import { useActions, useAppState } from '../../app/use-app'
import { startersFor } from '../../ask/starters'
import type { UsablePrompt } from '../../state/prompts'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { inputClass } from '../../ui/field'
import { IconButton } from '../../ui/icon-button'
import { Page, panelClass } from '../../ui/page'
import { PromptEditor } from './prompt-editor'
import { PromptRow } from './prompt-row'

type Edited = { readonly prompt: SavedPrompt; readonly isNew: boolean }
type Edit = (edited: Edited) => void

const empty: UsablePrompt = { name: '', text: '' }

/** The same as a prompt of one's own that is not saved yet. */
const fresh = ({ name, text, connection }: UsablePrompt): Edited => ({
  isNew: true,
  prompt: { id: crypto.randomUUID(), name, text, ...(connection === undefined ? {} : { connection }) },
})

const duplicateName = (name: string): string => t('prompts.copyName', { name }).slice(0, promptBounds.name)

const contains = ({ name, text }: UsablePrompt, words: string): boolean =>
  `${name}\n${text}`.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase())

type OwnProps = {
  readonly prompts: readonly SavedPrompt[]
  readonly full: boolean
  readonly onEdit: Edit
  readonly onDeleted: (prompt: SavedPrompt) => void
}

const Own = ({ prompts, full, onEdit, onDeleted }: OwnProps): ReactNode => {
  const actions = useActions()
  return (
    <ul role="list" aria-label={t('prompts.own')} className={panelClass}>
      {prompts.map((prompt) => (
        <PromptRow
          key={prompt.id}
          prompt={prompt}
          onUse={() => {
            actions.usePrompt(prompt)
          }}
        >
          <IconButton
            label={t('prompts.edit', { name: prompt.name })}
            onPress={() => {
              onEdit({ prompt, isNew: false })
            }}
          >
            <Pencil />
          </IconButton>
          <IconButton
            label={t('prompts.duplicate', { name: prompt.name })}
            disabled={full}
            onPress={() => {
              onEdit(fresh({ ...prompt, name: duplicateName(prompt.name) }))
            }}
          >
            <Copy />
          </IconButton>
          <IconButton
            label={t('prompts.delete', { name: prompt.name })}
            onPress={() => {
              void actions.deletePrompt(prompt.id).then((deleted) => {
                if (deleted) onDeleted(prompt)
              })
            }}
          >
            <Trash2 />
          </IconButton>
        </PromptRow>
      ))}
    </ul>
  )
}

const Starters = ({ words, onEdit }: { readonly words: string; readonly onEdit: Edit }): ReactNode => {
  const actions = useActions()
  const connections = useAppState((state) => state.connections.connections)
  const mode = useAppState((state) => state.app?.mode)
  const starters = startersFor(connections, mode).filter((starter) => contains(starter, words))
  if (starters.length === 0) return null
  return (
    <section className="grid gap-2">
      <h2 className="text-sm font-medium text-muted">{t('prompts.starters')}</h2>
      <ul role="list" aria-label={t('prompts.starters')} className={panelClass}>
        {starters.map((starter) => (
          <PromptRow
            key={starter.key}
            prompt={starter}
            onUse={() => {
              actions.usePrompt(starter)
            }}
          >
            <IconButton
              label={t('prompts.keep', { name: starter.name })}
              onPress={() => {
                onEdit(fresh(starter))
              }}
            >
              <BookmarkPlus />
            </IconButton>
          </PromptRow>
        ))}
      </ul>
    </section>
  )
}

const Deleted = ({ prompt, onUndone }: { readonly prompt: SavedPrompt; readonly onUndone: () => void }): ReactNode => {
  const actions = useActions()
  return (
    <div role="status">
      <Banner
        tone="info"
        actions={
          <Button
            size="small"
            onPress={() => {
              void actions.savePrompt(prompt).then((reply) => {
                if (reply.ok) onUndone()
              })
            }}
          >
            {t('prompts.undo')}
          </Button>
        }
      >
        {t('common.deleted', { title: prompt.name })}
      </Banner>
    </div>
  )
}

type ListProps = {
  readonly search: RefObject<HTMLInputElement | null>
  readonly deleted: SavedPrompt | null
  readonly onDeleted: (prompt: SavedPrompt | null) => void
  readonly onEdit: Edit
}

type FoundProps = Pick<ListProps, 'onDeleted' | 'onEdit' | 'search'> & {
  readonly prompts: readonly SavedPrompt[]
  readonly words: string
  readonly full: boolean
}

const Found = ({ prompts, words, full, search, onDeleted, onEdit }: FoundProps): ReactNode => {
  const found = prompts.filter((prompt) => contains(prompt, words))
  if (prompts.length === 0) return <p className="text-sm text-muted">{t('prompts.none')}</p>
  if (found.length === 0)
    return (
      <p role="status" className="text-sm text-muted">
        {t('prompts.noneFound', { words: words.trim() })}
      </p>
    )
  return (
    <Own
      prompts={found}
      full={full}
      onEdit={onEdit}
      onDeleted={(prompt) => {
        onDeleted(prompt)
        search.current?.focus()
      }}
    />
  )
}

const NewPrompt = ({ full, onEdit }: { readonly full: boolean; readonly onEdit: Edit }): ReactNode => (
  <Button
    tone="primary"
    disabled={full}
    onPress={() => {
      onEdit(fresh(empty))
    }}
  >
    {t('prompts.new')}
  </Button>
)

const List = ({ search, deleted, onDeleted, onEdit }: ListProps): ReactNode => {
  const prompts = useAppState((state) => state.prompts)
  const [words, setWords] = useState('')
  const full = prompts !== null && prompts.length >= promptBounds.prompts
  return (
    <Page title={t('prompts.title')} lead={t('prompts.lead')} action={<NewPrompt full={full} onEdit={onEdit} />}>
      <input
        ref={search}
        type="search"
        aria-label={t('prompts.search')}
        placeholder={t('prompts.search')}
        className={inputClass}
        value={words}
        onChange={({ target }) => {
          setWords(target.value)
        }}
      />
      {full && <p className="text-sm text-muted">{t('prompts.full', { count: promptBounds.prompts })}</p>}
      {deleted !== null && (
        <Deleted
          prompt={deleted}
          onUndone={() => {
            onDeleted(null)
            search.current?.focus()
          }}
        />
      )}
      {prompts !== null && (
        <Found prompts={prompts} words={words} full={full} search={search} onDeleted={onDeleted} onEdit={onEdit} />
      )}
      <Starters words={words} onEdit={onEdit} />
    </Page>
  )
}

/** A person's own prompts, and those to start with. */
export const Prompts = (): ReactNode => {
  const [edited, setEdited] = useState<Edited | null>(null)
  const [deleted, setDeleted] = useState<SavedPrompt | null>(null)
  const search = useRef<HTMLInputElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    // The editor took the focus along with it.
    if (wasEditing.current && edited === null) search.current?.focus()
    wasEditing.current = edited !== null
  }, [edited])
  if (edited !== null) {
    return (
      <PromptEditor
        key={edited.prompt.id}
        {...edited}
        onDone={() => {
          setEdited(null)
        }}
      />
    )
  }
  return <List search={search} deleted={deleted} onDeleted={setDeleted} onEdit={setEdited} />
}
