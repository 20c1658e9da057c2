import type { Check, Examination, Finding } from '../../contract/doctor'

/** What the app runs on. */
export type System = {
  readonly app: string
  readonly electron: string
  readonly platform: Examination['platform']
  readonly release: string
  readonly arch: string
  readonly mode: string
}

// SECURITY: codes, hosts and numbers only. The other side's own words can quote a key, so they stay out.
const wordsOf = (finding: Finding): string => {
  switch (finding.state) {
    case 'well':
      return ['well', finding.subject, finding.value].filter((word) => word !== undefined).join(' ')
    case 'ill':
      return ['ILL', finding.failure.code, finding.failure.subject, finding.value]
        .filter((word) => word !== undefined)
        .join(' ')
    case 'unused':
      return 'unused'
  }
}

/** The examination as a text for whoever helps: the same words on every computer, no secret in them. */
export const reportText = (system: System, at: number, checks: readonly Check[]): string =>
  [
    `Onbehalf ${system.app} (${system.mode}), Electron ${system.electron}`,
    `${system.platform} ${system.release} ${system.arch}`,
    new Date(at).toISOString(),
    ...checks.map(({ name, finding, durationMs }) => `${name}: ${wordsOf(finding)} (${String(durationMs)} ms)`),
  ].join('\n')
