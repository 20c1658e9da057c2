import { lazy, type ComponentType, type LazyExoticComponent } from 'react'

/** A component whose code is fetched when it is first shown. */
export const lazyComponent = <P extends object>(
  load: () => Promise<ComponentType<P>>,
): LazyExoticComponent<ComponentType<P>> => lazy(async () => ({ default: await load() }))
