// Elements from data. Text only ever enters as a text node.

/**
 * @typedef {Node | string | number | null | undefined | false} Child
 * @typedef {Record<string, string | number | boolean | null | undefined | EventListener>} Attrs
 */

/**
 * Make an element. Attributes that are null, undefined or false are left out; `on…` adds a listener.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attrs} [attrs]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, attrs = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else element.setAttribute(name === "class" ? "class" : name, value === true ? "" : String(value));
  }
  append(element, ...children);
  return element;
}

/**
 * @param {Element} element
 * @param {...(Child | Child[])} children
 */
export function append(element, ...children) {
  for (const child of children.flat()) {
    if (child === null || child === undefined || child === false || child === "") continue;
    element.append(typeof child === "number" ? String(child) : child);
  }
}

const SVG = "http://www.w3.org/2000/svg";

/** Every drawing that was made, to be copied: a long conversation shows the same few thousands of times. @type {WeakMap<object, Map<string, SVGElement>>} */
const drawn = new WeakMap();

/**
 * A drawing of ours from a list of shapes; decorative, so hidden from screen readers.
 *
 * @param {string} viewBox
 * @param {Array<[string, Record<string, string | number>]>} shapes
 * @param {string} [className]
 * @returns {SVGElement}
 */
export function svg(viewBox, shapes, className = "sp-icon") {
  const key = `${viewBox}/${className}`;
  let made = drawn.get(shapes)?.get(key);
  if (!made) {
    made = draw(viewBox, shapes, className);
    drawn.set(shapes, (drawn.get(shapes) ?? new Map()).set(key, made));
  }
  return /** @type {SVGElement} */ (made.cloneNode(true));
}

/** @type {typeof svg} */
function draw(viewBox, shapes, className = "") {
  const root = document.createElementNS(SVG, "svg");
  root.setAttribute("viewBox", viewBox);
  root.setAttribute("aria-hidden", "true");
  root.setAttribute("focusable", "false");
  root.setAttribute("class", className);
  for (const [tag, attrs] of shapes) {
    const shape = document.createElementNS(SVG, tag);
    for (const [name, value] of Object.entries(attrs)) shape.setAttribute(name, String(value));
    root.append(shape);
  }
  return root;
}

let counter = 0;

/**
 * @param {string} stem
 * @returns {string} an id no other element of the page has
 */
export function uid(stem) {
  counter += 1;
  return `sp-${stem}-${counter}-${Math.random().toString(36).slice(2, 7)}`;
}
