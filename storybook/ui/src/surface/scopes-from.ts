import { createContext } from 'react'

/**
 * Where the scopes of all that stands below come from: the role of a person, or the page of a partner that
 * opened it, whose visitor has no role at all.
 */
export const ScopesFrom = createContext<'role' | 'page'>('role')
