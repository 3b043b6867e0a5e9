<?php
/* Plugin Name: mtqa */
add_action('save_post', function ($id, $post) {
    if (wp_is_post_revision($id) || wp_is_post_autosave($id) || trim($post->post_content) === '') {
        return;
    }
    $text = $post->post_title . "\n\n" . wp_strip_all_tags($post->post_content);
    $asked = ['id' => "post-$id", 'format' => 'html', 'ui' => 'ro',
        'target' => html_entity_decode($text, ENT_QUOTES | ENT_HTML5, 'UTF-8'),
        'source' => get_post_meta($id, 'source_text', true) ?: null];
    $answer = wp_remote_post('http://127.0.0.1:8081/v1/check', ['timeout' => 15,
        'headers' => ['Content-Type' => 'application/json', 'Authorization' => 'Bearer ' . MTQA_TOKEN],
        'body' => wp_json_encode($asked)]);
    $found = wp_remote_retrieve_response_code($answer) === 200 ? wp_remote_retrieve_body($answer) : '';
    update_post_meta($id, '_mtqa', wp_slash($found));
}, 10, 2);
add_action('add_meta_boxes_post', function () {
    add_meta_box('mtqa', 'mtqa', function ($post) {
        echo wp_kses_post(get_post_meta($post->ID, '_mtqa', true));
    });
});
