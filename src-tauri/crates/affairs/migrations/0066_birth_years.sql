-- Where identity is not shown in full, births are in the order of their years, within a year by name: a masked day is told by no
-- neighbour, and the middle of a long list is come by as by any other order.
CREATE INDEX member_line_birth_year ON member_line (substr(birth, 1, 4), name_sort);
