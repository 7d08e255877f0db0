"""What axe-core cannot see, measured in the page: contrast in a notebook's cells, targets, what spills or moves."""

from __future__ import annotations

CONTRAST = """() => {
  const paper = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const parse = (colour) => {
    paper.clearRect(0, 0, 1, 1);
    paper.fillStyle = colour;
    paper.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = paper.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, below) => [0, 1, 2].map((i) => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
  const light = ([r, g, b]) => {
    const linear = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const [x, y, z] = [r, g, b].map((v) => linear(v / 255));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (one) => {
    const layers = [];
    for (let here = one; here; here = here.parentElement) {
      const style = getComputedStyle(here);
      if (style.backgroundImage !== 'none') return null;
      const colour = parse(style.backgroundColor);
      layers.unshift(colour);
      if (colour[3] === 1) break;
    }
    return layers.reduce((below, top) => over(top, below), [255, 255, 255, 1]);
  };
  const found = [], seen = new Set();
  const aside = 'svg, style, .sp-hidden, [aria-hidden=true], :disabled, [aria-disabled=true]';
  const seeable = { visibilityProperty: true, contentVisibilityAuto: true, opacityProperty: true };
  let count = 0;
  for (const root of document.querySelectorAll('.sp-player, .sh-home')) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const one = walker.currentNode.parentElement, text = walker.currentNode.textContent.trim();
      if (!text || seen.has(one) || one.closest(aside)) continue;
      seen.add(one);
      if (!one.checkVisibility(seeable)) continue;
      const below = ground(one);
      if (below === null) continue;
      count += 1;
      const style = getComputedStyle(one), size = parseFloat(style.fontSize);
      const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
      const [a, b] = [light(over(parse(style.color), below)), light(below)];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (ratio < needed) found.push(`contrast ${ratio.toFixed(2)}: ${one.className} “${text.slice(0, 30)}”`);
    }
  }
  return { count, found };
}"""
"""Every text on its real ground, transparent layers put together; text on a picture is passed over."""

TARGETS = """() => [...document.querySelectorAll(':is(.sp-player, .sh-home) :is(button, summary, label:has(input))')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.closest('.sp-hidden'))
  .map((one) => ({ one, box: one.getBoundingClientRect() }))
  .filter(({ box }) => box.height < 43.5 || box.width < 43.5)
  .map(({ one, box }) => `${one.className} “${one.textContent.trim().slice(0, 20)}” ${box.width} × ${box.height}`)"""

SPILLS = """() => {
  const wide = document.scrollingElement.scrollWidth - innerWidth;
  const found = wide > 0 ? [`the page is ${wide} px too wide`] : [];
  const seeable = { visibilityProperty: true, contentVisibilityAuto: true };
  for (const one of document.querySelectorAll('.sp-player, .sp-player *')) {
    if (!one.checkVisibility(seeable) || one.closest('.sp-hidden')) continue;
    const box = one.getBoundingClientRect();
    if (box.width > 0 && (box.left < -0.5 || box.right > innerWidth + 0.5)) found.push(`${one.className} sticks out`);
  }
  return found;
}"""

MOVING = "() => document.getAnimations().filter((one) => one.effect.target.closest('.sp-player')).length"
