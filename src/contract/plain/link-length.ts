/** The longest address that a person is asked about. */
export const maximumLinkLength = 4000
