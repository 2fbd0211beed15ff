import { text } from '@sonaqor/ui/texts'

export const admin = text('Administrator')
export const analyst = text('Analyst')
export const developer = text('Entwickler')
export const owner = text('Inhaber')
export const viewer = text('Betrachter')
