-- Replaces the function of 0002: what the site is called and where it stands has its rank.


-- The role that an entry of this kind needs: 2 recorder, 3 commander, 4 admin.
CREATE OR REPLACE FUNCTION muster.muster_rank_of(kind text) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN kind IN ('person_set', 'zone_defined', 'place_defined', 'site_plan_set',
                      'service_defined', 'site_described') THEN 4
        WHEN kind IN ('level_set', 'proposal_declined', 'command_taken', 'command_handed_over',
                      'declared_over', 'closed', 'reopened', 'plan_published',
                      'sending_switched') THEN 3
        ELSE 2
    END
$$;
