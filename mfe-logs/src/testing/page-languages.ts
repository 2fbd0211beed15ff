import { languages as ofExports } from '@sonaqor/module/exports/texts'
import { languages as ofExport } from '../export/texts/index.ts'
import { languages as ofInsight } from '../insight/texts/index.ts'
import { languages as ofEntries } from '../logs/entry/texts/index.ts'
import { languages as ofQueries } from '../query/texts/index.ts'
import { languages } from '../texts/index.ts'

/** All that the page says with its parts, as its view names it. */
export const pageLanguages = [languages, ofEntries, ofExport, ofExports, ofInsight, ofQueries]
