import { createContext } from 'react'

/** What is true for all that stands within another page, which has its own head. */
export const PartOfPage = createContext(false)
