import type { quickAsk as english } from '../en/quick-ask'
import type { Translated } from '../translated'

/** Was die Schnellfrage sagt, und wie sie sich öffnen lässt. */
export const quickAsk: Translated<typeof english> = {
  asks: 'Fragen',
  hides: 'Ausblenden',
  earlier: 'Frühere Fragen',
  recalled: 'Frage {{number}} von {{count}}',
  worksIn: 'Arbeitet in',
  more_one: '{{count}} weitere',
  more_other: '{{count}} weitere',
  connectFirst: 'Noch ist kein Konto verbunden. Verbinden Sie eines, und fragen Sie in einfachen Worten.',
  connect: '{{name}} verbinden',
  keys: 'Tasten',
  link: {
    title: 'Aus einem Link',
    note: 'Lesen Sie den Text bis zum Ende: Die Eingabetaste stellt die Frage in Ihrem Namen.',
    length_one: '{{count}} Zeichen',
    length_other: '{{count}} Zeichen',
    removed_one: '{{count}} unsichtbares Zeichen wurde entfernt.',
    removed_other: '{{count}} unsichtbare Zeichen wurden entfernt.',
    discard: 'Verwerfen',
    offer: 'Ein Link bringt eine Frage mit',
    offerNote:
      'Sie beginnt eine neue Unterhaltung. Was Sie geschrieben haben, wird beiseitegelegt; die Pfeiltaste nach oben holt es zurück.',
    use: 'Übernehmen',
    ignore: 'Jetzt nicht',
  },
  wayland: {
    title: 'Kein Kurzbefehl unter Wayland',
    lead: 'Unter Wayland bekommt keine App einen Kurzbefehl für den ganzen Desktop, also auch Onbehalf nicht. Die Schnellfrage öffnet sich auf drei anderen Wegen:',
    bind: 'Legen Sie diesen Befehl in den Tastatureinstellungen Ihres Desktops auf Tasten:',
    tray: 'Wählen Sie „Schnellfrage“ im Menü des Onbehalf-Symbols in der Leiste.',
    link: 'Öffnen Sie diesen Link, aus einem Starter oder einem Skript:',
    copyCommand: 'Befehl kopieren',
    copyLink: 'Link kopieren',
    steps:
      'Legen Sie den Befehl, der in den Einstellungen unter „Schnellfrage“ steht, in den Tastatureinstellungen Ihres Desktops auf Tasten, wählen Sie „Schnellfrage“ beim Symbol in der Leiste, oder öffnen Sie onbehalf://quick-ask.',
  },
  shortcut: {
    change: 'Kurzbefehl ändern',
    cancel: 'Abbrechen',
    reset: '{{keys}} verwenden',
    recording: 'Neue Tasten drücken',
    recordingNote: 'Halten Sie Strg, Alt oder Super, und drücken Sie eine Taste. Esc behält den bisherigen Kurzbefehl.',
    noModifier: '{{keys}} allein würde jeder anderen App weggenommen. Nehmen Sie Strg, Alt oder Super dazu.',
    reserved: '{{keys}} bedeutet in fast jeder App etwas anderes. Drücken Sie andere Tasten.',
    unusable: 'Diese Taste kann nicht Teil eines Kurzbefehls sein. Drücken Sie eine andere.',
    taken:
      'Ein anderes Programm hält {{keys}}, deshalb öffnet es die Schnellfrage nicht. Schließen Sie jenes Programm, oder nehmen Sie andere Tasten auf.',
    refused: 'Ein anderes Programm hält {{refused}}. {{keys}} öffnet weiterhin die Schnellfrage.',
    again: 'Noch einmal versuchen',
  },
}
