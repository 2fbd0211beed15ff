import { text } from '@sonaqor/ui/texts'

export const admin = text('Admin')
export const adminMeans = text('Everything except making owners and deciding how members sign in.')
export const analyst = text('Analyst')
export const analystMeans = text(
  'Works with customer data. Sees projects, apps and the team, and changes none of them.',
)
export const developer = text('Developer')
export const developerMeans = text(
  'Builds with projects, apps, API keys and logs. Sees no customer data.',
)
export const owner = text('Owner')
export const ownerMeans = text('Everything, also who else is an owner and how members sign in.')
export const viewer = text('Viewer')
export const viewerMeans = text('Looks, and changes nothing.')
