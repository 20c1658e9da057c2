/**
 * The colours behind the windows' pages, for the time before a page is painted: the same as `--canvas` (chat) and
 * `--surface` (quick ask) in the renderer's tokens, which main can't read.
 */
export const backgroundColors = {
  chat: { light: '#fcfdfc', dark: '#121615' },
  quickAsk: { light: '#ffffff', dark: '#1a1e1d' },
} as const
