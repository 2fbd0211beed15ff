import { html } from '../../html.ts'
import { code } from '../layout.ts'
import { codeTable, p, pathOf, type GuidePage } from './page.ts'

const kinds = {
  page: 'A page: give it the width of your content, and your own heading above.',
  widget: 'A widget: fills the width it gets, from 280 px up. Several make a dashboard.',
  secure: 'Shows a secret: opened by other views, always in a frame of ours.',
} as const

const attributes = `<sonaqor-logs
  session="main"
  mode="frame"
  app="0199f0a2-5d3a-7b41-8c77-0b6f2a1d9e43"
  environment="production"
  state="status=4xx&method=POST"
></sonaqor-logs>
<sonaqor-log-tail params="status=5xx"></sonaqor-log-tail>`

const mount = `const view = session.mount(document.querySelector('#keys'), {
  view: 'keys.list',
  state: { state: 'active' },
})
view.setState({ state: 'revoked' })
view.remove()`

export const elements: GuidePage = (_, { views }) => ({
  path: pathOf('elements'),
  title: 'Elements',
  lead: 'Every view that may stand in your page, what it needs, and how it is asked for.',
  content: html`${codeTable(
      ['Element', 'Shows', 'View', 'Scopes', 'Kind'],
      views.map(({ element, title, name, scopes, kind }) => [
        element ? `<${element}>` : '–',
        title,
        `\`${name}\``,
        scopes.map((scope) => `\`${scope}\``).join(' '),
        kind,
      ]),
    )}
    <p>
      A session lists the views that it shows and the scopes that they need. What is not listed is
      not shown, and what is not needed should not be listed.
    </p>
    <h2>Kinds</h2>
    ${codeTable(['Kind', 'Means'], Object.entries(kinds))}
    <h2>Attributes</h2>
    ${codeTable(
      ['Attribute', 'Says'],
      [
        ['session', 'The name of the session that it belongs to, where your page has several.'],
        [
          'mode',
          '`shadow` (in your page) or `frame` (in a frame of ours). The session’s, unless said.',
        ],
        ['app', 'The id of the app that you expect. Another session is refused instead of shown.'],
        ['environment', '`sandbox` or `production`, expected likewise.'],
        ['state', 'What is chosen at first, as a query string: a filter, a tab, an open row.'],
        ['params', 'What the view is opened for, as a query string; a widget is narrowed by it.'],
      ],
    )}
    ${code(attributes, 'Attributes')}
    ${p('The property `element.state` reads what is chosen now, and chooses when it is written.')}
    <h2>Without elements</h2>
    ${p('`Sonaqor.start` gives back a session. It shows any view in any element of your page:')}
    ${code(mount, 'Mount a view')}`,
})
