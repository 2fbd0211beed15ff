import type { EmbedBuilt } from '../../embed-built.ts'
import { html } from '../../html.ts'
import { code } from '../layout.ts'
import { codeTable, p, pathOf, type GuidePage } from './page.ts'

const look = `/** Our colours in both themes, on the tokens that Sonaqor has for them. */
const lookOf = ({ theme, density }) => ({
  theme,
  density,
  tokens: { accent: '#0b6e4f', background: '#fffdf6' },
  dark: { accent: '#2f9c76', onAccent: '#04150e', background: '#0f201a' },
})`

const locale = `/** The language that they chose as their browser names it: with its region, which says how dates are written. */
const localeOf = ({ language }) =>
  navigator.languages.find((tag) => new Intl.Locale(tag).language === language) ?? language`

const update = `/** A choice shows at once, in what is embedded as in what is ours; nothing is loaded anew. */
onChoice(() => {
  const change = { appearance: lookOf(choices()), locale: localeOf(choices()) }
  for (const session of sessions) session.update(change)
})`

const css = `sonaqor-keys {
  --sonaqor-accent: #0b6e4f;
  --sonaqor-table-header-background: #f3efe4;
  --sonaqor-top: 56px; /* a head of your page that stays in place */
}`

const titles: Readonly<Record<string, string>> = {
  colours: 'Colours',
  status: 'Status',
  type: 'Type',
  shape: 'Shape, space and motion',
  buttons: 'Buttons',
  links: 'Links',
  badges: 'Badges',
  tabs: 'Tabs',
  forms: 'Forms',
  tables: 'Tables',
  charts: 'Charts',
  overlays: 'Dialogs, drawers and menus',
  notices: 'Notices',
}

const propertyOf = (token: string) =>
  `--sonaqor-${token.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`

const countOf = (tokens: EmbedBuilt['tokens']) =>
  Object.values(tokens).flatMap((group) => Object.keys(group)).length

export const appearance: GuidePage = (_, { tokens }) => ({
  path: pathOf('appearance'),
  title: 'Appearance',
  lead: 'A view in your page looks as if you had drawn it: a theme, a density, and a closed set of tokens.',
  content: html`${codeTable(
      ['Option', 'Says'],
      [
        ['theme', '`light`, `dark`, or `auto` for the reader’s own setting.'],
        ['density', '`cosy` or `compact`.'],
        ['tokens', 'Values of CSS, by the names below.'],
        ['dark', 'What tokens are while the theme is dark, where that differs.'],
        [
          'locale',
          'Beside `appearance`: a language tag such as `de`, or with its region `en-GB`, which dates and figures follow. The page’s own unless named.',
        ],
      ],
    )}
    ${code(look, 'A look in both themes')} ${code(locale, 'A language in the region of the reader')}
    ${p('`session.update` changes it under the eyes of the reader: no filter, draft or scroll is lost. An `appearance` takes the place of the whole one before: name all of it again.')}
    ${code(update, 'A change while it is seen')}
    <p>
      The dashboard has an editor under <a href="/embeds">Embeds</a>: choose by eye, then copy the
      configuration.
    </p>
    <h2>In CSS</h2>
    ${p('Each token is a custom property too, set on an element of ours or anywhere above it. Where both are given, `tokens` wins.')}
    ${code(css, 'The same in your style sheet')}
    ${p('`--sonaqor-top` and `--sonaqor-bottom` say how much of the window your page covers with a head or a foot that stays in place.')}
    <h2>All tokens</h2>
    <p>
      There are ${countOf(tokens)}. What is not set falls back to what is more general: name the
      accent, and buttons, links, focus and tints follow.
    </p>
    ${Object.entries(tokens).map(
      ([group, ofGroup]) =>
        html`<h3 id="${group}">${titles[group] ?? group}</h3>
          ${codeTable(
            ['Token', 'Property', 'Is a', 'For'],
            Object.entries(ofGroup).map(([name, [kind, meaning]]) => [
              name,
              `\`${propertyOf(name)}\``,
              kind,
              meaning,
            ]),
          )}`,
    )}`,
})
