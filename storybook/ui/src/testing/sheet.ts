/** Stands for every stylesheet in tests, which look at words and roles and never at colours. */
export default {} as CSSStyleSheet
