-- question: hoe stelt men de planner in voor korte vragen die blijven terugkomen?
-- returns: nothing
-- source: measured: a plan for the values asked is four times faster here than one plan for all
SET plan_cache_mode = force_custom_plan;
SET jit = off;
SET random_page_cost = 1.1
