import type { files as english } from '../en/files'
import type { Translated } from '../translated'

/** Words on files that are attached to messages. */
export const files: Translated<typeof english> = {
  attach: 'Dateien anhängen',
  drop: 'Dateien hier loslassen, um sie anzuhängen',
  label: 'Angehängte Dateien',
  show: 'Anzeigen',
  remove: '{{name}} entfernen',
  reading: 'Dateien werden gelesen…',
  attached_one: '{{count}} Datei ist angehängt.',
  attached_other: '{{count}} Dateien sind angehängt.',
  dismiss: 'Ausblenden',
  refused: {
    type: '„{{name}}“ wurde nicht angehängt: Es ist keine Text-, CSV- oder Markdown-Datei.',
    name: '„{{name}}“ wurde nicht angehängt: Der Name ist zu lang oder enthält Zeichen, die in keinen Namen gehören.',
    size: '„{{name}}“ wurde nicht angehängt: Die Datei ist zu groß.',
    count: '„{{name}}“ wurde nicht angehängt: Es sind zu viele Dateien.',
    total: '„{{name}}“ wurde nicht angehängt: Die Dateien sind zusammen zu groß.',
    text: '„{{name}}“ wurde nicht angehängt: Die Datei lässt sich nicht als Text in UTF-8 lesen.',
    failed: '„{{name}}“ wurde nicht angehängt: Die Datei konnte auf diesem Computer nicht gespeichert werden.',
  },
  allowed:
    'Eine Nachricht nimmt bis zu {{count, number}} Dateien ({{endings}}) in UTF-8 auf, jede bis {{size}}, zusammen bis {{total}}.',
  about: '{{size}}, wie beim Anhängen',
  content: 'Was in {{name}} steht',
  empty: 'Diese Datei ist leer.',
  onlyBeginning: 'Hier steht nur der Anfang.',
  close: 'Schließen',
  copied: 'Angehängte Datei: {{name}}',
}
