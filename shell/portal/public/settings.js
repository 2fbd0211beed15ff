/** The merchant dresses the portal; what is embedded follows at once. */
import { choose, useChoices } from './choices.js'
import { Embed } from './embed.js'

const { createElement: h } = window.React

const questions = [
  {
    name: 'theme',
    words: 'Look',
    options: { light: 'Light', dark: 'Dark', auto: 'As my system' },
  },
  { name: 'density', words: 'Room between lines', options: { cosy: 'Cosy', compact: 'Compact' } },
  {
    name: 'language',
    words: 'Language of the developer tools',
    options: { en: 'English', de: 'Deutsch' },
  },
  {
    name: 'mode',
    words: 'How the developer tools stand in this page',
    options: { shadow: 'In the page', frame: 'In a frame of their own' },
  },
]

export function Settings() {
  const chosen = useChoices()
  return h(
    'div',
    { className: 'split' },
    h(
      'section',
      null,
      h('p', null, 'Choose how Tidewater looks to you, in this browser.'),
      questions.map((question) => h(Question, { key: question.name, ...question, chosen })),
    ),
    h('aside', { 'aria-label': 'As it looks now' }, h(Embed, { element: 'sonaqor-log-tail' })),
  )
}

function Question({ name, words, options, chosen }) {
  const option = ([value, label]) => h('option', { key: value, value }, label)
  return h(
    'div',
    { className: 'question' },
    h('label', { htmlFor: name }, words),
    h(
      'select',
      { id: name, value: chosen[name], onChange: ({ target }) => choose({ [name]: target.value }) },
      Object.entries(options).map(option),
    ),
  )
}
