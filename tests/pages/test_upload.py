"""A file of answers belongs to the customer it was chosen for."""

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
