import { text } from '@sonaqor/ui/texts'

export const admin = text('Admin')
export const analyst = text('Analyst')
export const developer = text('Developer')
export const owner = text('Owner')
export const viewer = text('Viewer')
