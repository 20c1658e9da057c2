import { z } from 'zod'
import { delimitedRows } from '../../contract/plain/delimited-rows'
import { plain } from './plan'
import type { MadeCall } from './turn'

/** The tool as whose result the app gives an attached file. */
const attachedFileTool = 'read_attached_file'

const fileSchema = z.object({
  name: z.string(),
  mediaType: z.string(),
  data: z.string(),
  leftOut: z.number().optional(),
})

const mostRows = 100_000
const mostLines = 3

const counted = (count: number, what: string): string => `${String(count)} ${what}${count === 1 ? '' : 's'}`

const tableSaid = (data: string): string => {
  const [head = [], ...rows] = delimitedRows(data, mostRows)
  return `${counted(rows.length, 'row')} with the columns ${head.map(plain).join(', ')}.`
}

const textSaid = (data: string): string => {
  const lines = data.split('\n').filter((line) => line.trim() !== '')
  const first = lines.slice(0, mostLines).map((line) => `> ${plain(line.slice(0, 200))}`)
  return `${counted(lines.length, 'line')} of text. It begins:\n\n${first.join('\n')}`
}

const fileSaid = ({ name, mediaType, data, leftOut }: z.infer<typeof fileSchema>): string => {
  const isTable = mediaType === 'text/csv' || mediaType === 'text/tab-separated-values'
  const cut =
    leftOut === undefined ? '' : ` (I was given only its beginning: ${String(leftOut)} characters are left out.)`
  return `**${plain(name)}** has ${isTable ? tableSaid(data) : textSaid(data)}${cut}`
}

/** "What is in the attached file?" */
export const attachedAnswer = (made: readonly MadeCall[]): string => {
  const files = made.flatMap(({ tool, outcome }) => {
    const file = fileSchema.safeParse(tool === attachedFileTool && outcome.kind === 'done' ? outcome.data : null)
    return file.success ? [fileSaid(file.data)] : []
  })
  return files.length === 0 ? 'No file came with that message.' : files.join('\n\n')
}
