import type { preferences as english } from '../en/preferences'
import type { Translated } from '../translated'

/** What the Settings screen says about preferences and the set-up. */
export const preferences: Translated<typeof english> = {
  signOut: 'Abmelden',
  remembered: 'Sie bleiben auf diesem Computer angemeldet.',
  notRemembered:
    'Sie bleiben nur angemeldet, bis Onbehalf beendet wird, denn dieser Computer hat keinen offenen Schlüsselbund.',
  language: 'Sprache',
  languageLead:
    'Die Sprache dieser App und ihrer Antworten. „System“ nimmt die erste Sprache Ihres Systems, die Onbehalf spricht.',
  languages: { system: 'System', en: 'English', de: 'Deutsch' },
  shortcutLead: 'Öffnet das Fenster der Schnellfrage von überall.',
  configurationLead:
    'Wo Onbehalf sich anmeldet, Verbindungen verwahrt und seine Antworten bekommt. Gilt nach einem Neustart.',
  sandboxLead: 'Ist hier nichts gesetzt, läuft Onbehalf auf seinem Sandbox-Arbeitsbereich.',
  direct:
    'Auf diesem Computer liegen die Zugangsdaten der Umgebung selbst: geeignet für Entwickler und für eine einzelne Person.',
  fixed: {
    environment: 'Von der Umgebung gesetzt, dort zu ändern.',
    dotenv: 'Von der .env-Datei gesetzt, dort zu ändern.',
    settings: 'Von den Einstellungen gesetzt, dort zu ändern.',
    none: 'Nicht gesetzt, dort zu ändern.',
  },
  secretSet: 'Gesetzt. Tippen Sie, um es zu ersetzen.',
  secretUnset: 'Nicht gesetzt',
  keychain: 'Geheimnisse liegen im Schlüsselbund dieses Computers.',
  noKeychain:
    'Dieser Computer hat keinen offenen Schlüsselbund, daher lassen sich hier keine Geheimnisse verwahren. Nutzen Sie die Umgebung oder die .env-Datei.',
  save: 'Speichern',
  saved: 'Gespeichert. Gilt nach einem Neustart.',
  restart: 'Jetzt neu starten',
  version: 'Version {{version}}',
  dataPath: 'Ihre Daten liegen in',
  loading: 'Ihre Einstellungen werden gelesen …',
  variables: {
    SCALEKIT_ENV_URL: 'Adresse der Scalekit-Umgebung',
    SCALEKIT_CLIENT_ID: 'Client-ID der Scalekit-Umgebung',
    SCALEKIT_CLIENT_SECRET: 'Client-Geheimnis der Scalekit-Umgebung',
    ONBEHALF_ISSUER: 'Adresse des Anmeldedienstes (OpenID-Issuer)',
    ONBEHALF_CLIENT_ID: 'Client-ID von Onbehalf beim Anmeldedienst',
    ONBEHALF_SESSION_URL: 'Wo die Sitzung gelesen wird; leer: seine Userinfo-Seite',
    ONBEHALF_IDENTIFIER_CLAIM: 'Der Claim, der eine Person gegenüber Scalekit benennt; leer: „sub“',
    ONBEHALF_VERIFY_URL: 'Bestätigungsseite Ihrer Organisation, falls es eine gibt',
    ONBEHALF_REDIRECT: 'Wie die Anmeldung zurückkommt: „scheme“ oder „loopback“',
    OPENAI_API_KEY: 'API-Schlüssel des Sprachmodells',
    OPENAI_BASE_URL: 'Adresse des Sprachmodells, falls es nicht das von OpenAI ist',
    OPENAI_MODEL: 'Name des Sprachmodells',
  },
}
