/** What is not seen at first, in one part that comes after the page. */
export { EndpointMenu } from '../acts/endpoint-menu.tsx'
export { EndpointDrawer } from '../endpoint/endpoint-drawer.tsx'
export { EndpointPage } from '../endpoint/endpoint-page.tsx'
export { EndpointQuestion } from '../acts/endpoint-question.tsx'
