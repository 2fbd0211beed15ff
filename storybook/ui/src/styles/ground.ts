import { groundSheets } from './ground-sheets.ts'

/** The ground of whoever brings it along. In a release `ground-of-page.ts` stands in place of this file. */
export const ground = groundSheets

/** It stands already. */
export const layGround = async (): Promise<void> => undefined
