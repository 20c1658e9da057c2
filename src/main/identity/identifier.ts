declare const identifierBrand: unique symbol
declare const ownerBrand: unique symbol

/**
 * The name under which Scalekit's vault keeps one person's connected accounts. Whoever controls it
 * acts as that person, so only `parse-identifier.ts` in this folder can make one, from a signed-in session.
 */
export type Identifier = string & { readonly [identifierBrand]: true }

/**
 * The key of everything one person has on this computer: a hash of issuer and identifier.
 * It names rows in the database; it can't be turned back into an identifier.
 */
export type Owner = string & { readonly [ownerBrand]: true }
