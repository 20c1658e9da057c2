import { Suspense, useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { t } from '../../language/words'
import { useActions, useAppState } from '../app/use-app'
import { classNames } from '../ui/class-names'
import { lazyComponent } from '../ui/lazy-component'
import { ChoiceList, choiceId } from './choice-list'
import { useChoosing, type ChoosingView } from './use-choosing'

const FillForm = lazyComponent(async () => (await import('./fill-form')).FillForm)

type AskFieldProps = {
  readonly input: RefObject<HTMLTextAreaElement | null>
  readonly label: string
  readonly placeholder: string
  readonly text: string
  readonly onType: (text: string) => void
  /** Enter was pressed, and nothing else took it. */
  readonly onSend: () => void
  /** Keys that nothing else took; `preventDefault` keeps Enter from sending. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLTextAreaElement>) => void
  /** Where choices show: above what is around the field and `relative`, or under it, where the window grows with them. */
  readonly choices: 'above' | 'under'
  readonly className: string
}

const isPlainEnter = (event: KeyboardEvent): boolean => event.key === 'Enter' && !event.shiftKey

const places: Record<AskFieldProps['choices'], string> = {
  above:
    'rise absolute inset-x-0 bottom-full z-20 mb-2 max-h-[min(20rem,45dvh)] rounded-xl border border-line-strong bg-surface p-1.5 shadow-high',
  under: '-mx-1 mt-3 max-h-72 border-t border-line pt-2',
}

const Choices = ({ view, place }: { readonly view: ChoosingView; readonly place: string }): ReactNode => {
  const { id, trigger, choices, active } = view
  const open = trigger !== null && choices.length > 0
  return (
    <>
      <span role="status" className="sr-only">
        {open && t('prompts.choices.count', { count: choices.length })}
      </span>
      {open && (
        <ChoiceList
          id={id}
          label={t(`prompts.choices.${trigger.kind}`)}
          choices={choices}
          active={active}
          onPoint={view.point}
          onChoose={view.choose}
          className={place}
        />
      )}
    </>
  )
}

// What was filled in, or given up, leads back to the field.
const useFilling = (input: AskFieldProps['input']) => {
  const filling = useAppState((state) => state.filling)
  const wasFilling = useRef(false)
  useEffect(() => {
    if (wasFilling.current && filling === null) input.current?.focus()
    wasFilling.current = filling !== null
  }, [filling, input])
  return filling
}

/**
 * Where a person says what they want, in a chat and in quick ask alike. It grows with what is in it.
 * It stays a text box, which may have choices and say which one is meant: the role of a combobox, which the ready-made
 * ones give, is not for a field of several lines.
 */
export const AskField = ({
  input,
  label,
  placeholder,
  text,
  onType,
  onSend,
  onKeyDown,
  choices,
  className,
}: AskFieldProps): ReactNode => {
  const actions = useActions()
  const filling = useFilling(input)
  const view = useChoosing({ input, text, onType })
  const open = filling === null && view.trigger !== null && view.choices.length > 0
  return (
    <div className="min-w-0 flex-1">
      <textarea
        ref={input}
        aria-label={label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-controls={open ? view.id : undefined}
        aria-activedescendant={open ? choiceId(view.id, view.active) : undefined}
        placeholder={placeholder}
        rows={1}
        dir="auto"
        value={text}
        onChange={(event) => {
          onType(event.target.value)
          view.noteCaret()
        }}
        onSelect={view.noteCaret}
        onBlur={() => {
          actions.keepDrafts()
          view.leave()
        }}
        onKeyDown={(event) => {
          // What an input method still composes is its own: its Enter and arrows choose a word.
          if (event.nativeEvent.isComposing) return
          if (open && view.takesKey(event)) return
          onKeyDown?.(event)
          if (event.defaultPrevented || !isPlainEnter(event)) return
          event.preventDefault()
          onSend()
        }}
        className={classNames('block w-full field-sizing-content resize-none bg-transparent outline-none', className)}
      />
      {filling === null ? (
        <Choices view={view} place={places[choices]} />
      ) : (
        <Suspense>
          <FillForm
            key={filling.name}
            prompt={filling}
            className={classNames(places[choices], choices === 'above' ? 'p-4!' : 'px-1')}
          />
        </Suspense>
      )}
    </div>
  )
}
