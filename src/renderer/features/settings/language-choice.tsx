import { useId, type ReactNode } from 'react'
import { languages } from '../../../contract/plain/languages'
import type { Preferences } from '../../../contract/settings'
import { t } from '../../../language/words'
import { Field, inputClass } from '../../ui/field'

type Choice = Preferences['language']

const choices: readonly Choice[] = ['system', ...languages]

/** The language of the app: the system's, or one that is chosen. Each is named in its own words. */
export const LanguageChoice = ({
  language,
  onChoose,
}: {
  readonly language: Choice
  readonly onChoose: (language: Choice) => void
}): ReactNode => {
  const id = useId()
  return (
    <Field id={id} label={t('preferences.language')} hint={t('preferences.languageLead')}>
      <select
        id={id}
        className={inputClass}
        aria-describedby={`${id}-hint`}
        value={language}
        onChange={({ target }) => {
          onChoose(choices.find((choice) => choice === target.value) ?? 'system')
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice} lang={choice === 'system' ? undefined : choice}>
            {t(`preferences.languages.${choice}`)}
          </option>
        ))}
      </select>
    </Field>
  )
}
