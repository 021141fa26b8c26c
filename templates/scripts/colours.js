// Colours. The figure stands where the owner stood, since a colour alone says nothing

const colour = () => {
  const [metric, isChange] = state.colour.split("-");
  for (const { group, frame: { x, y, width, height }, article } of cards) {
    group.classList.remove("l1", "l2", "l3", "l4", "l5", "none");
    one(".figure", group)?.remove();
    for (const owner of all(".owner", group)) show(owner, !metric);
    if (!metric) continue;
    const figures = article ? all("[data-metric]", article).find((figures) => figures.dataset.metric === metric) : null;
    const source = figures ? one(isChange ? ".change" : "[data-figure]", figures) : null;
    const absence = figures ? one(".none", figures)?.dataset.figure || tell("no earlier figure") : tell("not measured");
    const level = isChange ? { better: "l5", same: "l3", worse: "l1" }[figures?.dataset.change] : figures?.dataset.level;
    group.classList.add(level || "none");
    const place = { x: isMirrored ? x + width - 12 : x + 12, y: y + height - 13, "text-anchor": isMirrored ? "end" : "start" };
    group.append(make("text", { class: "value figure", "aria-hidden": true, ...place }, source?.dataset.figure || absence));
  }
};
