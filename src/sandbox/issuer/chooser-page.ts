import { people } from '../people'
import { buttonForm, escapeHtml } from '../web/page'

/** The page on which one chooses which of the sample people to be: one form for each. */
export const chooserPage = (path: string): { readonly title: string; readonly body: string } => ({
  title: 'Who do you want to be?',
  body: `<h1>Who do you want to be?</h1>
<p>Onbehalf asks you to sign in. These people are made up, and so is everything they can see. Nothing leaves this computer.</p>
${people.map((person) => personChoice(person, path)).join('')}`,
})

const personChoice = (person: (typeof people)[number], path: string): string =>
  `<section class="choice">${buttonForm({ action: `${path}/${person.identifier}`, label: person.name, primary: true })}<p>${escapeHtml(person.about)}</p></section>`
