"""A file of answers belongs to the customer it was chosen for."""

from service.answers.assignments import Assignee, assign
from service.answers.portions import token_of
from tests.pages.house import FILES, House, words

HERE, OTHER = "Demo kommune B", "Demo kommune C"
FILE = ("svar.csv", b"question_id,value\nKO-0101,4\n", "text/csv")


def test_a_file_that_is_chosen_for_one_customer_is_not_proposed_for_another(house: House) -> None:
    app = house.open(FILES, customer=HERE)
    app.file_uploader[0].set_value(FILE)
    app.run()
    assert "Felt i filen" in words(app)
    app.selectbox(key="switch.customer").set_value(house.customers[OTHER].id).run()
    assert OTHER in words(app)
    assert "Felt i filen" not in words(app)
    assert not [button for button in app.button if button.key == "confirm-import"]


def test_what_is_not_handed_out_to_whom_the_file_is_for_is_shown_as_left(house: House) -> None:
    customer_id, response_id = house.customers[HERE].id, house.view(HERE).response_id
    assign(house.ws, house.lead(HERE), customer_id, ["KO-0101"], Assignee(None, "Kari *Ås*"))
    stamp = f"klarsjekk:{response_id}:0:{token_of('Kari *Ås*')}"
    mine, other = (f"{question_id};4;{stamp}\n" for question_id in ("KO-0101", "KO-0203"))
    before = house.answer(HERE, "KO-0203").value
    app = house.open(FILES, customer=HERE)
    app.file_uploader[0].set_value(("kari.csv", f"Spørsmål-id;Svar;Nøkkel\n{mine}{other}".encode(), "text/csv"))
    app.run()
    warned = [str(each.value).replace("\u00a0", " ") for each in app.warning]
    assert "1 spørsmål i filen er ikke delt ut til Kari \\*Ås\\*, og står urørt." in warned
    (left,) = (table.value for table in app.dataframe if "står urørt" in set(table.value["Hva"]))
    assert list(left["Spørsmål"]) == ["KO-0203"]
    app.button("confirm-import").click().run()
    assert (house.answer(HERE, "KO-0101").value, house.answer(HERE, "KO-0203").value) == (4, before)
