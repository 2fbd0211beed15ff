import type { Locale } from '@sonaqor/contract/notification-kinds'
import { languageOf } from '@sonaqor/ui/texts'

/** The language in which the API puts notifications for a reader of this one. */
export const spokenTo = (locale: string): Locale => (languageOf(locale) === 'de' ? 'de' : 'en')
