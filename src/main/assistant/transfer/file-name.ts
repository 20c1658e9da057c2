const longestName = 60

/** Words of a title as they can stand in the name of a file anywhere; '' where it has none. */
export const fileNameOf = (title: string): string =>
  Array.from(title.normalize().replaceAll(/[^\p{L}\p{M}\p{N}]+/gu, '-'))
    .slice(0, longestName)
    .join('')
    .replaceAll(/^-+|-+$/g, '')
